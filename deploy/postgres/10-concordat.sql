-- Run once, by the PostgreSQL image, when its volume is empty: the service's own role and database. The role is no
-- superuser; it owns its database, so that the service can migrate its schema.
\set password `cat /run/secrets/CONCORDAT_POSTGRES_PASSWORD`
create role concordat login password :'password';
create database concordat owner concordat;
revoke connect on database concordat from public;
