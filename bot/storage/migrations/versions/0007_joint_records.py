"""What two people hold together: shares and reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.String(512)
NAME = sa.String(100)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "joint",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("id", NAME, nullable=False),
        sa.Column("owner", ID, nullable=False, comment="the Entra object id of whose it is"),
        sa.Column("viewer", ID, comment="the Entra object id of whom it is shared with; null until somebody is known"),
        sa.Column("code", sa.String(64), comment="the SHA-256 of the code with which it can be claimed"),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.Column("saved", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "kind", "id", name="pk_joint"),
        sa.ForeignKeyConstraint(["tenant", "owner"], ["person.tenant", "person.id"], name="fk_joint_person", ondelete="CASCADE"),
    )
    op.create_index("ix_joint_owner", "joint", ["tenant", "owner", "kind"])
    op.create_index("ix_joint_viewer", "joint", ["tenant", "viewer", "kind"])
    op.create_index("ix_joint_code", "joint", ["tenant", "code"])


def downgrade() -> None:
    """Take it away again, with what it holds."""
    op.drop_table("joint")
