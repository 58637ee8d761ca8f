"""The first tables: person, profile, conversation and the activities that were seen."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(512)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "person",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("id", ID, nullable=False, comment="the Entra object id"),
        sa.Column("met", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_person"),
    )
    op.create_table(
        "profile",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("framework", sa.String(100)),
        sa.Column("grade", sa.Integer()),
        sa.Column("role", sa.String(100)),
        sa.Column("path", sa.String(100)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "person", name="pk_profile"),
        sa.ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], name="fk_profile_person", ondelete="CASCADE"),
    )
    op.create_table(
        "conversation",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("memory", sa.JSON(), comment="what a follow-up needs, with the last reading"),
        sa.Column("welcomed", sa.Float(), comment="when, in seconds since 1970"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_conversation"),
    )
    op.create_table(
        "seen",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("conversation", ID, nullable=False),
        sa.Column("activity", ID, nullable=False),
        sa.Column("at", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.Column("answer", sa.JSON(), comment="what an invoke was answered, to answer a second delivery alike"),
        sa.PrimaryKeyConstraint("tenant", "conversation", "activity", name="pk_seen"),
    )
    op.create_index("ix_seen_at", "seen", ["at"])
