PRAGMA application_id = 1229934163;
PRAGMA user_version = 1;
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  info TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '',
  counts INTEGER NOT NULL DEFAULT 1,
  removed INTEGER NOT NULL DEFAULT 0);
CREATE TABLE result (
  run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
  settings TEXT NOT NULL,
  version TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  json TEXT NOT NULL,
  problem TEXT NOT NULL,
  computed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (run, settings));
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO run(path, info, settings) VALUES ('/data/NaCl/850K', '{"path":"file:///data/NaCl/850K/","files":["file:///data/NaCl/850K/XDATCAR.gz"],"formula":"NaCl","species":{"Na":32,"Cl":32},"frames":1001,"timeStepFs":50.0,"temperatureK":850.0,"family":"NA","compound":"NaCl","stoichiometry":"STOICHIOMETRIC","mobile":["Na"],"from":{"timeStepFs":"INCAR: POTIM × NBLOCK","compound":"folder name"},"hints":{"speciesOfBlocks":["Na","Cl"],"elementOfType":{}},"problems":[]}', '{"temperatureK":850}');
INSERT INTO result(run, settings, version, fingerprint, json, problem) VALUES (1, '{}', '0.1.0', 'f', '{"d":1}', '');
INSERT INTO setting(name, value) VALUES ('theme', 'dark');
