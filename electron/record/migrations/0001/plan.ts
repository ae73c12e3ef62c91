/** Format 1: the journal, kept files, and what is planned and decided. */

export const planTables = `
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY NOT NULL,
  id TEXT UNIQUE NOT NULL,
  goLiveId TEXT NOT NULL,
  at INTEGER NOT NULL,
  occurredAt INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  note TEXT NOT NULL,
  undoes INTEGER,
  changes TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX entry_goLiveId ON entry (goLiveId, seq);
CREATE TABLE file (
  sha256 TEXT PRIMARY KEY NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE "goLive" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL,
  "ref" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "system" TEXT NOT NULL,
  "release" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "stage" TEXT NOT NULL,
  "outcome" TEXT,
  "outcomeNote" TEXT NOT NULL,
  "variation" TEXT NOT NULL,
  "tZeroAt" INTEGER NOT NULL,
  "tZeroMeans" TEXT NOT NULL,
  "zone" TEXT NOT NULL,
  "windowStart" INTEGER NOT NULL,
  "windowEnd" INTEGER NOT NULL,
  "startedAt" INTEGER,
  "liveAt" INTEGER,
  "closedAt" INTEGER,
  "trainingTarget" INTEGER NOT NULL,
  "cleanup" TEXT,
  "cleanupReason" TEXT NOT NULL,
  "isSample" INTEGER NOT NULL CHECK ("isSample" IN (0, 1))
) STRICT;
CREATE TABLE "playbookCopy" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "key" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "content" TEXT NOT NULL
) STRICT;
CREATE INDEX "playbookCopy_goLiveId" ON "playbookCopy" (goLiveId);
CREATE TABLE "person" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "jobRole" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "inTeam" INTEGER NOT NULL CHECK ("inTeam" IN (0, 1))
) STRICT;
CREATE INDEX "person_goLiveId" ON "person" (goLiveId);
CREATE TABLE "assignment" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT NOT NULL,
  "personId" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "assignment_goLiveId" ON "assignment" (goLiveId);
CREATE INDEX "assignment_personId" ON "assignment" ("personId");
CREATE TABLE "check" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "area" TEXT NOT NULL,
  "phase" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "ownerId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "dueOffset" INTEGER,
  "status" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "decidedBy" TEXT NOT NULL,
  "decidedAt" INTEGER,
  "condition" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "check_goLiveId" ON "check" (goLiveId);
CREATE INDEX "check_ownerId" ON "check" ("ownerId");
CREATE TABLE "evidence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "checkId" TEXT NOT NULL REFERENCES "check" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "mediaType" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "addedBy" TEXT NOT NULL,
  "addedAt" INTEGER NOT NULL
) STRICT;
CREATE INDEX "evidence_goLiveId" ON "evidence" (goLiveId);
CREATE INDEX "evidence_checkId" ON "evidence" ("checkId");
CREATE TABLE "gate" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "phase" TEXT NOT NULL,
  "guards" TEXT NOT NULL,
  "deciderRole" TEXT NOT NULL,
  "positions" TEXT NOT NULL,
  "plannedOffset" INTEGER,
  "decision" TEXT,
  "decidedBy" TEXT NOT NULL,
  "decidedAt" INTEGER,
  "reasons" TEXT NOT NULL,
  "known" TEXT,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "gate_goLiveId" ON "gate" (goLiveId);
CREATE TABLE "criterion" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "gateId" TEXT NOT NULL REFERENCES "gate" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "checkIds" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "judgedBy" TEXT NOT NULL,
  "judgedAt" INTEGER,
  "neededToStart" INTEGER NOT NULL CHECK ("neededToStart" IN (0, 1)),
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "criterion_goLiveId" ON "criterion" (goLiveId);
CREATE INDEX "criterion_gateId" ON "criterion" ("gateId");
CREATE TABLE "call" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "gateId" TEXT NOT NULL REFERENCES "gate" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "personId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "call" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "at" INTEGER NOT NULL
) STRICT;
CREATE INDEX "call_goLiveId" ON "call" (goLiveId);
CREATE INDEX "call_gateId" ON "call" ("gateId");
CREATE INDEX "call_personId" ON "call" ("personId");
CREATE TABLE "condition" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "gateId" TEXT NOT NULL REFERENCES "gate" (id) DEFERRABLE INITIALLY DEFERRED,
  "content" TEXT NOT NULL,
  "ownerId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "dueAt" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "settledAt" INTEGER,
  "note" TEXT NOT NULL
) STRICT;
CREATE INDEX "condition_goLiveId" ON "condition" (goLiveId);
CREATE INDEX "condition_gateId" ON "condition" ("gateId");
CREATE INDEX "condition_ownerId" ON "condition" ("ownerId");
CREATE TABLE "task" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "phase" TEXT NOT NULL,
  "stream" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "ownerIds" TEXT NOT NULL,
  "startOffset" INTEGER,
  "durationMs" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "actualStart" INTEGER,
  "actualEnd" INTEGER,
  "reason" TEXT NOT NULL,
  "blockedAt" INTEGER,
  "comments" TEXT NOT NULL,
  "sourceId" TEXT NOT NULL,
  "extra" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "task_goLiveId" ON "task" (goLiveId);
CREATE TABLE "link" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "fromId" TEXT NOT NULL REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "toId" TEXT NOT NULL REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "lagMs" INTEGER NOT NULL
) STRICT;
CREATE INDEX "link_goLiveId" ON "link" (goLiveId);
CREATE INDEX "link_fromId" ON "link" ("fromId");
CREATE INDEX "link_toId" ON "link" ("toId");
`;
