"""The tables: every key starts with the tenant, so that a distributed database can shard by it."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, false

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
    ForeignKeyConstraint(["tenant", "person"], ["person.tenant", "person.id"], ondelete="CASCADE"),
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
