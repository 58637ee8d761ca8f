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
UPDATE record SET begun = CASE
    WHEN deleted IS NOT NULL OR kind NOT IN ('assessment', 'plan entry', 'job description') THEN NULL
    WHEN kind = 'assessment' AND CAST(body AS TEXT) LIKE '%"finished": %' AND CAST(body AS TEXT) NOT LIKE '%"finished": null%' THEN NULL
    ELSE saved
END
"""


def upgrade() -> None:
    """Make the columns; until they are written, they say of everything that it is to be looked at."""
    begun = "when a draft was saved last, in seconds since 1970; null where it is none"
    op.add_column("record", sa.Column("begun", sa.Float(), server_default="0", comment=begun))
    op.add_column("record", sa.Column("deleted", sa.Float(), comment="the same of what was deleted and can be had back"))
    op.add_column(
        "joint",
        sa.Column("over", sa.Float(), nullable=False, server_default="0", comment="when a share is over, in seconds since 1970"),
    )
    for statement in (DELETED, BEGUN):
        op.get_bind().exec_driver_sql(statement)
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
