"""What goes by itself, found without reading all that is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# As text: PostgreSQL takes no field out of JSON that holds a NUL, which somebody's words may. What is in doubt stays provisional.
DELETED = """
UPDATE record SET provisional = 'deleted'
WHERE kind = 'deleted evidence' OR kind IN ('assessment', 'job description') AND CAST(body AS TEXT) NOT LIKE '%"deleted": null%'
"""
KEPT = """
UPDATE record SET provisional = NULL
WHERE kind NOT IN ('assessment', 'plan entry', 'job description', 'deleted evidence')
   OR kind = 'assessment' AND provisional = 'begun'
      AND CAST(body AS TEXT) LIKE '%"finished": %' AND CAST(body AS TEXT) NOT LIKE '%"finished": null%'
"""


def upgrade() -> None:
    """Make the columns, which say "look at it" of all that an older release wrote, and take out what is plainly kept."""
    op.add_column(
        "record",
        sa.Column(
            "provisional", sa.String(10), server_default="begun", comment="why it goes by itself: begun or deleted; null where it is kept"
        ),
    )
    op.add_column(
        "joint",
        sa.Column("over", sa.Float(), nullable=False, server_default="0", comment="when a share is over, in seconds since 1970"),
    )
    for statement in (DELETED, KEPT):
        op.get_bind().exec_driver_sql(statement)
    there = sa.text("provisional IS NOT NULL")
    op.create_index("ix_record_provisional", "record", ["provisional", "kind", "saved"], sqlite_where=there, postgresql_where=there)
    op.create_index("ix_joint_over", "joint", ["kind", "over"])
    op.drop_index("ix_record_kind", "record")


def downgrade() -> None:
    """Take them away again, and make the index of all records."""
    op.create_index("ix_record_kind", "record", ["kind", "saved"])
    op.drop_index("ix_joint_over", "joint")
    op.drop_index("ix_record_provisional", "record")
    op.drop_column("joint", "over")
    op.drop_column("record", "provisional")
