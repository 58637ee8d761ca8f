"""Questions that were asked in vain, without who asked."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "question",
        sa.Column("tenant", sa.String(512), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("framework", sa.String(100), nullable=False),
        sa.Column("words", sa.String(400), nullable=False, comment="without what could point to a person"),
        sa.Column("cause", sa.String(20), nullable=False, comment="not understood, unsure or not liked"),
        sa.Column("day", sa.Float(), nullable=False, comment="the day alone, in seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_question"),
    )
    op.create_index("ix_question_day", "question", ["day"])


def downgrade() -> None:
    """Take it away again, with what it holds."""
    op.drop_table("question")
