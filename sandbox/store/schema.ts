/** Raised when a change of the tables would not fit a store made before it. */
export const schemaVersion = 1;

/** The sandbox's tables; running it again changes nothing. */
export const schema = `
create schema if not exists sandbox;

create table if not exists sandbox.meta (
  key text primary key,
  value text not null
);

create table if not exists sandbox.person (
  id text primary key,
  slug text not null unique,
  name text not null,
  note text not null,
  position integer not null,
  memory_key text not null unique,
  encryption_key text not null,
  key_version integer not null,
  -- false as long as the memories are exactly those of the seed
  touched boolean not null default false
);

create table if not exists sandbox.access_request (
  id text collate "C" primary key,
  person_id text not null references sandbox.person (id),
  connector_id text not null,
  reason text not null,
  status text not null check (status in ('pending', 'approved', 'rejected', 'revoked')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index if not exists access_request_person on sandbox.access_request (person_id, status);

create table if not exists sandbox.tag (
  id text collate "C" primary key,
  person_id text not null references sandbox.person (id),
  name text not null,
  description text not null,
  color text not null,
  is_enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (person_id, name)
);

create table if not exists sandbox.blob (
  id text collate "C" primary key,
  person_id text not null references sandbox.person (id),
  title text,
  summary text,
  content text not null,
  tag_ids text[] not null,
  importance double precision,
  confidence double precision,
  source text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index if not exists blob_newest on sandbox.blob (person_id, created_at desc, id desc);

create table if not exists sandbox.authorization_code (
  code_hash text primary key,
  person_id text not null references sandbox.person (id),
  client_id text not null,
  redirect_uri text not null,
  code_challenge text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table if not exists sandbox.user_token (
  token_hash text primary key,
  kind text not null check (kind in ('access', 'refresh')),
  person_id text not null references sandbox.person (id),
  client_id text not null,
  code_hash text not null,
  expires_at timestamptz not null
);
`;
