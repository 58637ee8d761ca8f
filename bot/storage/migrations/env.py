"""What Alembic runs: the missing migrations, on the connection and in the transaction that the schema module opened."""

from alembic import context

from bot.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
