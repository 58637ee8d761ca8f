"""What goes by itself, found without reading all that is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# As text: PostgreSQL takes no field out of JSON that holds a NUL, which somebody's words may. What is in doubt counts as a draft.
DELETED = """
UPDATE record SET deleted = saved
WHERE kind = 'deleted evidence' OR kind IN ('assessment', 'job description') AND CAST(body AS TEXT) NOT LIKE '%"deleted": null%'
"""
BEGUN = """
UPDATE record SET begun = saved
WHERE deleted IS NULL AND kind IN ('assessment', 'plan entry', 'job description') AND NOT (
    kind = 'assessment' AND CAST(body AS TEXT) LIKE '%"finished": %' AND CAST(body AS TEXT) NOT LIKE '%"finished": null%'
)
"""


def upgrade() -> None:
    """Make the columns and fill in drafts and what was deleted.

    What an older release that still runs beside this one writes is to be looked at; on SQLite none does.
    """
    begun = "when a draft was saved last, in seconds since 1970; null where it is none"
    op.add_column("record", sa.Column("begun", sa.Float(), comment=begun))
    op.add_column("record", sa.Column("deleted", sa.Float(), comment="the same of what was deleted and can be had back"))
    op.add_column(
        "joint",
        sa.Column("over", sa.Float(), nullable=False, server_default="0", comment="when a share is over, in seconds since 1970"),
    )
    for statement in (DELETED, BEGUN):
        op.get_bind().exec_driver_sql(statement)
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("record", "begun", server_default="0")
    for name in ("begun", "deleted"):
        there = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_record_{name}", "record", [name], sqlite_where=there, postgresql_where=there)
    op.create_index("ix_joint_over", "joint", ["kind", "over"])
    op.drop_index("ix_record_kind", "record")


def downgrade() -> None:
    """Take them away again, and make the index of all records."""
    op.create_index("ix_record_kind", "record", ["kind", "saved"])
    op.drop_index("ix_joint_over", "joint")
    op.drop_column("joint", "over")
    for name in ("deleted", "begun"):
        op.drop_index(f"ix_record_{name}", "record")
        op.drop_column("record", name)
