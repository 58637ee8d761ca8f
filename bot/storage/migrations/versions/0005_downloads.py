"""Files that were offered."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.String(512)
NAME = sa.String(100)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "download",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("secret", sa.String(64), nullable=False, comment="its SHA-256, in hexadecimal digits"),
        sa.Column("person", ID, nullable=False),
        sa.Column("document", NAME, nullable=False),
        sa.Column("record", NAME, nullable=False),
        sa.Column("filename", sa.String(300), nullable=False),
        sa.Column("until", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.Column("used", sa.Float(), nullable=True, comment="when it was taken, in seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "secret", name="pk_download"),
        sa.ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], name="fk_download_person", ondelete="CASCADE"),
    )
    op.create_index("ix_download_secret", "download", ["secret"])
    op.create_index("ix_download_until", "download", ["until"])


def downgrade() -> None:
    """Take it away again, with what it holds."""
    op.drop_table("download")
