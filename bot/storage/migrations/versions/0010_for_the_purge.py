"""What the purge looks for by its time, found without reading all there is."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_record_kind", "record", ["kind", "saved"])
    op.create_index("ix_person_visited", "person", ["visited"])


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("ix_person_visited", "person")
    op.drop_index("ix_record_kind", "record")
