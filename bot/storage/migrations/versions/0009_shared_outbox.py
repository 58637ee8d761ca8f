"""Which process has taken a message of the outbox, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the columns."""
    op.add_column("outbox", sa.Column("owner", sa.String(32), comment="which process has taken it, where several send"))
    op.add_column("outbox", sa.Column("until", sa.Float(), comment="when it is free for another one, in seconds since 1970"))


def downgrade() -> None:
    """Take them away again, with what they hold."""
    op.drop_column("outbox", "until")
    op.drop_column("outbox", "owner")
