import type Libsql from "libsql";
import { indexActors } from "./actors.ts";

/** Tables as kysely sees them. */
export interface Tables {
  report: {
    id: string;
    seq: number;
    name: string;
    original: string;
    media_type: string;
    external_id: string | null;
    added: string;
    copy_of: string | null;
    given: string;
    title: string | null;
    outlet: string | null;
    url: string | null;
    published: string | null;
    language: string;
    claims: number;
    events: number;
    doubts: number;
    text: string;
    /** Deflated JSON of the ledger without its text. */
    ledger: Uint8Array;
    signature: Uint8Array | null;
  };
  /** Actors of the reports as they were read. */
  actor: { report: string; name: string; entry: string | null; kind: string; country: string | null };
  original: { hash: string; bytes: Uint8Array };
  band: { key: string; report: string };
  event: { id: number; key: string; report: string; dossier: string | null; profile: string };
  /** Hash of a block key, event id. */
  block: { key: number; event: number };
  edge: { a: number; b: number; score: number; settled: number };
  dossier: {
    id: string;
    stale: number;
    title: string;
    type: string;
    country: string | null;
    place: string | null;
    start: string | null;
    end: string | null;
    reports: number;
    independent: number;
    verdict: string;
    actors: string;
    head: string;
  };
  decision: { id: string; time: string; body: string; undone_by: string | null; undone_at: string | null };
  correction: {
    id: string;
    report: string;
    time: string;
    body: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  feed: { id: string; url: string; title: string | null; pulled: string | null; problem: string | null };
}

/** One entry a schema version, never changed once released: a later change is an entry of its own, in SQL or as work on the database. */
export const MIGRATIONS: readonly (string | ((database: Libsql.Database) => void))[] = [
  `
  CREATE TABLE report (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    original TEXT NOT NULL,
    media_type TEXT NOT NULL,
    external_id TEXT UNIQUE,
    added TEXT NOT NULL,
    copy_of TEXT,
    given TEXT NOT NULL,
    title TEXT, outlet TEXT, url TEXT, published TEXT,
    language TEXT NOT NULL,
    claims INTEGER NOT NULL, events INTEGER NOT NULL, doubts INTEGER NOT NULL,
    text TEXT NOT NULL,
    ledger BLOB NOT NULL,
    signature BLOB
  );
  CREATE INDEX report_original ON report (original);
  CREATE INDEX report_published ON report (published);
  CREATE INDEX report_outlet ON report (outlet);
  CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = 'report', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2');
  CREATE TRIGGER report_words_in AFTER INSERT ON report BEGIN
    INSERT INTO report_words (rowid, title, text) VALUES (new.seq, new.title, new.text);
  END;
  CREATE TRIGGER report_words_out AFTER DELETE ON report BEGIN
    INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);
  END;
  CREATE TRIGGER report_words_again AFTER UPDATE OF title, text ON report BEGIN
    INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);
    INSERT INTO report_words (rowid, title, text) VALUES (new.seq, new.title, new.text);
  END;
  CREATE TABLE original (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE band (key TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (key, report)) WITHOUT ROWID;
  CREATE INDEX band_report ON band (report);
  CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL,
    dossier TEXT,
    profile TEXT NOT NULL
  );
  CREATE INDEX event_report ON event (report);
  CREATE INDEX event_dossier ON event (dossier);
  CREATE TABLE block (key INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (key, event)) WITHOUT ROWID;
  CREATE INDEX block_event ON block (event);
  CREATE TABLE edge (a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, settled INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (a, b)) WITHOUT ROWID;
  CREATE INDEX edge_b ON edge (b);
  CREATE INDEX edge_score ON edge (score);
  CREATE TABLE dossier (
    id TEXT PRIMARY KEY,
    stale INTEGER NOT NULL,
    title TEXT NOT NULL, type TEXT NOT NULL, country TEXT, place TEXT, start TEXT, "end" TEXT,
    reports INTEGER NOT NULL, independent INTEGER NOT NULL, verdict TEXT NOT NULL, actors TEXT NOT NULL,
    head TEXT NOT NULL
  );
  CREATE INDEX dossier_start ON dossier (start);
  CREATE INDEX dossier_stale ON dossier (stale) WHERE stale = 1;
  CREATE TABLE decision (id TEXT PRIMARY KEY, time TEXT NOT NULL, body TEXT NOT NULL, undone_by TEXT, undone_at TEXT);
  CREATE TABLE correction (id TEXT PRIMARY KEY, report TEXT NOT NULL, time TEXT NOT NULL, body TEXT NOT NULL, undone_by TEXT, undone_at TEXT);
  CREATE INDEX correction_report ON correction (report);
  CREATE TABLE feed (id TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE, title TEXT, pulled TEXT, problem TEXT);
  `,
  `
  CREATE TABLE actor (report TEXT NOT NULL, name TEXT NOT NULL, entry TEXT, kind TEXT NOT NULL, country TEXT);
  CREATE INDEX actor_report ON actor (report);
  CREATE INDEX actor_name ON actor (name);
  `,
  indexActors,
];
