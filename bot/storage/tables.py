"""The tables: every key starts with the tenant, so that a distributed database can shard by it."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, false, text

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

ID = String(512)
URL = String(8000)

person = Table(
    "person",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("id", ID, primary_key=True, comment="the Entra object id"),
    Column("met", Float, nullable=False, comment="seconds since 1970"),
    Column("visited", Float, comment="the last visit, noted once a day, in seconds since 1970"),
    Column("zone", String(100), comment="the time zone of the person's device"),
    Column("told", Float, comment="when they were told that everything goes soon, in seconds since 1970"),
    Index(None, "visited"),
)

audit = Table(
    "audit",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("person", ID, comment="whose data; null where they were erased"),
    Column("done", String(20), nullable=False, comment="seen, exported, erased or purged"),
    Column("what", String(100), nullable=False, comment="a kind of record or a document, or everything"),
    Column("by", ID, nullable=False, comment="themselves, retention, or an Entra object id"),
    Column("at", Float, nullable=False, comment="seconds since 1970; the day alone where there is no person"),
    ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], ondelete="CASCADE"),
    Index(None, "tenant", "person"),
)

reminder = Table(
    "reminder",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("key", String(250), primary_key=True, comment="of each, one is sent"),
    Column("topic", String(20), nullable=False),
    Column("record", String(100), nullable=False),
    Column("due", Float, nullable=False, comment="seconds since 1970"),
    Column("sent", Float, comment="when it was written to the outbox, in seconds since 1970"),
    ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], ondelete="CASCADE"),
    Index(None, "due"),
)

watch = Table(
    "watch",
    metadata,
    Column("job", String(20), primary_key=True),
    Column("ran", Float, comment="when it last ran with a clock that it believed, in seconds since 1970"),
    Column("doubted", Float, comment="a leap of the clock that is to be confirmed, in seconds since 1970"),
)

profile = Table(
    "profile",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("framework", String(100)),
    Column("grade", Integer),
    Column("role", String(100)),
    Column("path", String(100)),
    Column("aim", String(100)),
    Column("version", Integer, nullable=False),
    ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], ondelete="CASCADE"),
)

record = Table(
    "record",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("kind", String(100), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("body", JSON, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made", Float, nullable=False, comment="seconds since 1970"),
    Column("saved", Float, nullable=False, comment="seconds since 1970"),
    Column("begun", Float, server_default="0", comment="when a draft was saved last, in seconds since 1970; null where it is none"),
    Column("deleted", Float, comment="the same of what was deleted and can be had back"),
    ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], ondelete="CASCADE"),
    Index(None, "begun", sqlite_where=text("begun IS NOT NULL"), postgresql_where=text("begun IS NOT NULL")),
    Index(None, "deleted", sqlite_where=text("deleted IS NOT NULL"), postgresql_where=text("deleted IS NOT NULL")),
)

joint = Table(
    "joint",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("kind", String(100), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("owner", ID, nullable=False, comment="the Entra object id of whose it is"),
    Column("viewer", ID, comment="the Entra object id of whom it is shared with; null until somebody is known"),
    Column("code", String(64), comment="the SHA-256 of the code with which it can be claimed"),
    Column("body", JSON, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made", Float, nullable=False, comment="seconds since 1970"),
    Column("saved", Float, nullable=False, comment="seconds since 1970"),
    Column("over", Float, nullable=False, server_default="0", comment="when a share is over, in seconds since 1970"),
    ForeignKeyConstraint(["tenant", "owner"], ["person.tenant", "person.id"], ondelete="CASCADE"),
    Index("ix_joint_owner", "tenant", "owner", "kind"),
    Index("ix_joint_viewer", "tenant", "viewer", "kind"),
    Index("ix_joint_code", "tenant", "code"),
    Index("ix_joint_over", "kind", "over"),
)

download = Table(
    "download",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("secret", String(64), primary_key=True, comment="its SHA-256, in hexadecimal digits"),
    Column("person", ID, nullable=False),
    Column("document", String(100), nullable=False),
    Column("record", String(100), nullable=False),
    Column("filename", String(300), nullable=False),
    Column("until", Float, nullable=False, comment="seconds since 1970"),
    Column("used", Float, comment="when it was taken, in seconds since 1970"),
    ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], ondelete="CASCADE"),
    Index(None, "secret"),
    Index(None, "until"),
)

conversation = Table(
    "conversation",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("id", ID, primary_key=True),
    Column("memory", JSON(none_as_null=True), comment="what a follow-up needs, with the last reading"),
    Column("welcomed", Float, comment="when, in seconds since 1970"),
    Column("version", Integer, nullable=False),
    Column("service", URL, comment="the channel's own address; null where nobody may be written to without being asked"),
    Column("bot", ID, comment="the assistant's account on the channel"),
    Column("account", ID, comment="the person's account on the channel"),
    Column("person", ID, comment="the Entra object id"),
    Index(None, "tenant", "person"),
)

seen = Table(
    "seen",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("conversation", ID, primary_key=True),
    Column("activity", ID, primary_key=True),
    Column("at", Float, nullable=False, comment="seconds since 1970"),
    Column("answer", JSON(none_as_null=True), comment="what an invoke was answered, to answer a second delivery alike"),
    Column("recorded", Boolean, nullable=False, server_default=false(), comment="whether it changed something that must survive"),
    Index(None, "at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("conversation", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, comment="the order within the conversation"),
    Column("method", String(10), nullable=False),
    Column("url", URL, nullable=False),
    Column("body", JSON(none_as_null=True)),
    Column("at", Float, nullable=False, comment="when it was written, in seconds since 1970"),
    Column("tries", Integer, nullable=False, comment="how often it was sent in vain"),
    Column("due", Float, nullable=False, comment="not to be sent before, in seconds since 1970"),
    Column("status", Integer, comment="what the channel answered last; null where it did not"),
    Column("dead", Float, comment="when it was given up, in seconds since 1970"),
    Column("owner", String(32), comment="which process has taken it, where several send"),
    Column("until", Float, comment="when it is free for another one, in seconds since 1970"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("reply", ID, primary_key=True, comment="the id of the assistant's message"),
    Column("liked", Boolean, nullable=False),
    Column("framework", String(100)),
    Column("intent", String(100)),
    Column("at", Float, nullable=False, comment="seconds since 1970"),
)

question = Table(
    "question",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("framework", String(100), nullable=False),
    Column("words", String(400), nullable=False, comment="without what could point to a person"),
    Column("cause", String(20), nullable=False, comment="not understood, unsure or not liked"),
    Column("day", Float, nullable=False, comment="the day alone, in seconds since 1970"),
    Index(None, "day"),
)
