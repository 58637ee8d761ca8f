"""The role that a person aims at."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column."""
    op.add_column("profile", sa.Column("aim", sa.String(100)))


def downgrade() -> None:
    """Take it away again, with what it holds."""
    op.drop_column("profile", "aim")
