"""When a person came last and where, what was done with their data, their reminders, and what the purge has seen of the clock."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.String(512)
NAME = sa.String(100)
OF_PERSON = ["tenant", "person"], ["person.tenant", "person.id"]


def upgrade() -> None:
    """Make the columns and tables."""
    op.add_column("person", sa.Column("visited", sa.Float(), comment="the last visit, noted once a day, in seconds since 1970"))
    op.add_column("person", sa.Column("zone", NAME, comment="the time zone of the person's device"))
    op.add_column("person", sa.Column("told", sa.Float(), comment="when they were told that everything goes soon, in seconds since 1970"))
    op.create_table(
        "audit",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("person", ID, comment="whose data; null where they were erased"),
        sa.Column("done", sa.String(20), nullable=False, comment="seen, exported, erased or purged"),
        sa.Column("what", NAME, nullable=False, comment="a kind of record or a document, or everything"),
        sa.Column("by", ID, nullable=False, comment="themselves, retention, or an Entra object id"),
        sa.Column("at", sa.Float(), nullable=False, comment="seconds since 1970; the day alone where there is no person"),
        sa.PrimaryKeyConstraint("tenant", "id", name="pk_audit"),
        sa.ForeignKeyConstraint(*OF_PERSON, name="fk_audit_person", ondelete="CASCADE"),
    )
    op.create_index("ix_audit_tenant", "audit", ["tenant", "person"])
    op.create_table(
        "reminder",
        sa.Column("tenant", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("key", sa.String(250), nullable=False, comment="of each, one is sent"),
        sa.Column("topic", sa.String(20), nullable=False),
        sa.Column("record", NAME, nullable=False),
        sa.Column("due", sa.Float(), nullable=False, comment="seconds since 1970"),
        sa.Column("sent", sa.Float(), comment="when it was written to the outbox, in seconds since 1970"),
        sa.PrimaryKeyConstraint("tenant", "person", "key", name="pk_reminder"),
        sa.ForeignKeyConstraint(*OF_PERSON, name="fk_reminder_person", ondelete="CASCADE"),
    )
    op.create_index("ix_reminder_due", "reminder", ["due"])
    op.create_table(
        "watch",
        sa.Column("job", sa.String(20), nullable=False),
        sa.Column("ran", sa.Float(), comment="when it last ran with a clock that it believed, in seconds since 1970"),
        sa.Column("doubted", sa.Float(), comment="a leap of the clock that is to be confirmed, in seconds since 1970"),
        sa.PrimaryKeyConstraint("job", name="pk_watch"),
    )


def downgrade() -> None:
    """Take them away again, with what they hold."""
    op.drop_table("watch")
    op.drop_table("reminder")
    op.drop_table("audit")
    for column in ("told", "zone", "visited"):
        op.drop_column("person", column)
