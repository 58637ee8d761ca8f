"""The records that a person keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.String(512)
NAME = sa.String(100)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "record",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("id", NAME, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.Column("saved", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "person", "kind", "id", name="pk_record"),
        sa.ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], name="fk_record_person", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Take it away again, with what it holds."""
    op.drop_table("record")
