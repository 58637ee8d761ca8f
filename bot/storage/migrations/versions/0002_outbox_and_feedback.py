"""What is on its way out, whom to write to, which activities recorded something, and what people thought of an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.String(512)
URL = sa.String(8000)


def upgrade() -> None:
    """Make the new tables and columns."""
    op.create_table(
        "outbox",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("conversation", ID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False, comment="the order within the conversation"),
        sa.Column("method", sa.String(10), nullable=False),
        sa.Column("url", URL, nullable=False),
        sa.Column("body", sa.JSON()),
        sa.Column("at", sa.Float(), nullable=False, comment="when it was written, in seconds since 1970"),
        sa.Column("tries", sa.Integer(), nullable=False, comment="how often it was sent in vain"),
        sa.Column("due", sa.Float(), nullable=False, comment="not to be sent before, in seconds since 1970"),
        sa.Column("status", sa.Integer(), comment="what the channel answered last; null where it did not"),
        sa.Column("dead", sa.Float(), comment="when it was given up, in seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "conversation", "number", name="pk_outbox"),
    )
    op.create_table(
        "feedback",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("reply", ID, nullable=False, comment="the id of the assistant's message"),
        sa.Column("liked", sa.Boolean(), nullable=False),
        sa.Column("framework", sa.String(100)),
        sa.Column("intent", sa.String(100)),
        sa.Column("at", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "reply", name="pk_feedback"),
    )
    op.add_column(
        "seen",
        sa.Column(
            "recorded", sa.Boolean(), nullable=False, server_default=sa.false(), comment="whether it changed something that must survive"
        ),
    )
    op.add_column(
        "conversation",
        sa.Column("service", URL, comment="the channel's own address; null where nobody may be written to without being asked"),
    )
    op.add_column("conversation", sa.Column("bot", ID, comment="the assistant's account on the channel"))
    op.add_column("conversation", sa.Column("account", ID, comment="the person's account on the channel"))
    op.add_column("conversation", sa.Column("person", ID, comment="the Entra object id"))
    op.create_index("ix_conversation_tenant", "conversation", ["tenant", "person"])


def downgrade() -> None:
    """Take them away again, with what they hold."""
    op.drop_index("ix_conversation_tenant", "conversation")
    for column in ("person", "account", "bot", "service"):
        op.drop_column("conversation", column)
    op.drop_column("seen", "recorded")
    op.drop_table("feedback")
    op.drop_table("outbox")
