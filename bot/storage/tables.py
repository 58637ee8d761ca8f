"""The tables: every key starts with the tenant, so that a distributed database can shard by it."""

from sqlalchemy import JSON, Column, Float, ForeignKeyConstraint, Index, Integer, MetaData, String, Table

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

ID = String(512)

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
    Column("version", Integer, nullable=False),
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
)

seen = Table(
    "seen",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("conversation", ID, primary_key=True),
    Column("activity", ID, primary_key=True),
    Column("at", Float, nullable=False, comment="seconds since 1970"),
    Column("answer", JSON(none_as_null=True), comment="what an invoke was answered, to answer a second delivery alike"),
    Index(None, "at"),
)
