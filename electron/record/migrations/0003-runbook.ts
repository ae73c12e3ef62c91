/** Format 3, of Gantry 0.3: the live schedule, rollback, holds, working the night, communications, drills. Never edited after release. */

export const runbookMigration = `
ALTER TABLE "goLive" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'live';
ALTER TABLE "goLive" ADD COLUMN "rehearsalOf" TEXT NOT NULL DEFAULT '';
ALTER TABLE "goLive" ADD COLUMN "secondZone" TEXT NOT NULL DEFAULT '';
ALTER TABLE "goLive" ADD COLUMN "rollbackTargetMs" INTEGER;
ALTER TABLE "goLive" ADD COLUMN "clock" TEXT;
ALTER TABLE "gate" ADD COLUMN "isPointOfNoReturn" INTEGER NOT NULL DEFAULT 0 CHECK ("isPointOfNoReturn" IN (0, 1));
ALTER TABLE "task" ADD COLUMN "parentId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "task_parentId" ON "task" ("parentId");
ALTER TABLE "task" ADD COLUMN "timing" TEXT NOT NULL DEFAULT 'not before';
ALTER TABLE "task" ADD COLUMN "shortestMs" INTEGER;
ALTER TABLE "task" ADD COLUMN "longestMs" INTEGER;
ALTER TABLE "task" ADD COLUMN "peopleNeeded" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "task" ADD COLUMN "workerId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "task_workerId" ON "task" ("workerId");
ALTER TABLE "task" ADD COLUMN "clearsAt" INTEGER;
ALTER TABLE "task" ADD COLUMN "command" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "address" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "runIn" TEXT NOT NULL DEFAULT 'always';
ALTER TABLE "task" ADD COLUMN "startsItself" INTEGER NOT NULL DEFAULT 0 CHECK ("startsItself" IN (0, 1));
ALTER TABLE "task" ADD COLUMN "undoTitle" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "undoDetail" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "undoMs" INTEGER;
ALTER TABLE "task" ADD COLUMN "rollbackId" TEXT REFERENCES "rollback" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "task_rollbackId" ON "task" ("rollbackId");
ALTER TABLE "task" ADD COLUMN "rollbackOf" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "task_rollbackOf" ON "task" ("rollbackOf");
ALTER TABLE "task" ADD COLUMN "planTaskId" TEXT NOT NULL DEFAULT '';

CREATE TABLE "rollback" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "despite" TEXT NOT NULL,
  "decidedBy" TEXT NOT NULL,
  "decidedAt" INTEGER NOT NULL,
  "targetMs" INTEGER,
  "forecastEndAt" INTEGER NOT NULL,
  "windowEnd" INTEGER NOT NULL,
  "endedAt" INTEGER,
  "outcome" TEXT,
  "outcomeNote" TEXT NOT NULL,
  "consistencyTaskId" TEXT
) STRICT;
CREATE INDEX "rollback_goLiveId" ON "rollback" (goLiveId);
CREATE TABLE "rollbackTest" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "testedAt" INTEGER NOT NULL,
  "place" TEXT NOT NULL,
  "tookMs" INTEGER NOT NULL,
  "passed" INTEGER NOT NULL CHECK ("passed" IN (0, 1)),
  "remark" TEXT NOT NULL,
  "recordedBy" TEXT NOT NULL
) STRICT;
CREATE INDEX "rollbackTest_goLiveId" ON "rollbackTest" (goLiveId);
CREATE TABLE "calendar" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "stream" TEXT NOT NULL,
  "week" TEXT NOT NULL,
  "days" TEXT NOT NULL
) STRICT;
CREATE INDEX "calendar_goLiveId" ON "calendar" (goLiveId);
CREATE TABLE "baseline" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "frozenBy" TEXT NOT NULL,
  "frozenAt" INTEGER NOT NULL,
  "tZeroAt" INTEGER NOT NULL,
  "finishAt" INTEGER,
  "spans" TEXT NOT NULL
) STRICT;
CREATE INDEX "baseline_goLiveId" ON "baseline" (goLiveId);
CREATE TABLE "hold" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "taskId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "calledBy" TEXT NOT NULL,
  "startedAt" INTEGER NOT NULL,
  "expectedEndAt" INTEGER,
  "endedAt" INTEGER,
  "endedBy" TEXT NOT NULL,
  "tZeroAt" INTEGER NOT NULL
) STRICT;
CREATE INDEX "hold_goLiveId" ON "hold" (goLiveId);
CREATE INDEX "hold_taskId" ON "hold" ("taskId");
CREATE TABLE "forecast" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "at" INTEGER NOT NULL,
  "finishAt" INTEGER NOT NULL,
  "p50At" INTEGER,
  "p80At" INTEGER,
  "p95At" INTEGER,
  "inWindow" REAL,
  "backMs" INTEGER,
  "closed" INTEGER NOT NULL,
  "all" INTEGER NOT NULL
) STRICT;
CREATE INDEX "forecast_goLiveId" ON "forecast" (goLiveId);
CREATE TABLE "taskStep" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "taskId" TEXT NOT NULL REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "isRequired" INTEGER NOT NULL CHECK ("isRequired" IN (0, 1)),
  "tickedBy" TEXT NOT NULL,
  "tickedAt" INTEGER
) STRICT;
CREATE INDEX "taskStep_goLiveId" ON "taskStep" (goLiveId);
CREATE INDEX "taskStep_taskId" ON "taskStep" ("taskId");
CREATE TABLE "remark" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "taskId" TEXT NOT NULL REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "content" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "personId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "at" INTEGER NOT NULL,
  "mentionIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "remark_goLiveId" ON "remark" (goLiveId);
CREATE INDEX "remark_taskId" ON "remark" ("taskId");
CREATE INDEX "remark_personId" ON "remark" ("personId");
CREATE TABLE "substitution" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "fromId" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "toId" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT NOT NULL,
  "startedAt" INTEGER NOT NULL,
  "endedAt" INTEGER,
  "taskIds" TEXT NOT NULL,
  "checkIds" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  "sharedTaskIds" TEXT NOT NULL,
  "sharedRoles" TEXT NOT NULL
) STRICT;
CREATE INDEX "substitution_goLiveId" ON "substitution" (goLiveId);
CREATE INDEX "substitution_fromId" ON "substitution" ("fromId");
CREATE INDEX "substitution_toId" ON "substitution" ("toId");
CREATE TABLE "shiftNote" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "writtenBy" TEXT NOT NULL,
  "fromId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "toId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "content" TEXT NOT NULL,
  "facts" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "readBy" TEXT NOT NULL,
  "readAt" INTEGER
) STRICT;
CREATE INDEX "shiftNote_goLiveId" ON "shiftNote" (goLiveId);
CREATE INDEX "shiftNote_fromId" ON "shiftNote" ("fromId");
CREATE INDEX "shiftNote_toId" ON "shiftNote" ("toId");
CREATE TABLE "savedView" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "savedBy" TEXT NOT NULL,
  "query" TEXT NOT NULL
) STRICT;
CREATE INDEX "savedView_goLiveId" ON "savedView" (goLiveId);
CREATE TABLE "taskTemplate" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "savedBy" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL,
  "content" TEXT NOT NULL,
  "isRetired" INTEGER NOT NULL CHECK ("isRetired" IN (0, 1))
) STRICT;
CREATE INDEX "taskTemplate_goLiveId" ON "taskTemplate" (goLiveId);
CREATE TABLE "announcement" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "taskId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "template" TEXT NOT NULL,
  "audience" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "sentBy" TEXT NOT NULL,
  "sentAt" INTEGER
) STRICT;
CREATE INDEX "announcement_goLiveId" ON "announcement" (goLiveId);
CREATE INDEX "announcement_taskId" ON "announcement" ("taskId");
CREATE TABLE "injection" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "dueAt" INTEGER NOT NULL,
  "taskId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "personId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "lengthMs" INTEGER NOT NULL,
  "says" TEXT NOT NULL,
  "struckAt" INTEGER,
  "endedAt" INTEGER,
  "setBy" TEXT NOT NULL
) STRICT;
CREATE INDEX "injection_goLiveId" ON "injection" (goLiveId);
CREATE INDEX "injection_taskId" ON "injection" ("taskId");
CREATE INDEX "injection_personId" ON "injection" ("personId");
`;
