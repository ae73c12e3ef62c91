/** Format 2, of Gantry 0.2: tests, blockers, verification and expiry of checks, approvals, sealed polls, own playbooks. Never edited after release. */

export const readinessMigration = `
ALTER TABLE "person" ADD COLUMN "pinSetAt" INTEGER;
ALTER TABLE "check" ADD COLUMN "source" TEXT NOT NULL DEFAULT '';
ALTER TABLE "check" ADD COLUMN "criticality" TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE "check" ADD COLUMN "needsVerification" INTEGER NOT NULL DEFAULT 0 CHECK ("needsVerification" IN (0, 1));
ALTER TABLE "check" ADD COLUMN "decidedById" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "check_decidedById" ON "check" ("decidedById");
ALTER TABLE "check" ADD COLUMN "verifiedBy" TEXT NOT NULL DEFAULT '';
ALTER TABLE "check" ADD COLUMN "verifiedAt" INTEGER;
ALTER TABLE "check" ADD COLUMN "waiverApprover" TEXT NOT NULL DEFAULT '';
ALTER TABLE "check" ADD COLUMN "waivedUntil" INTEGER;
ALTER TABLE "gate" ADD COLUMN "liveForMs" INTEGER;
ALTER TABLE "criterion" ADD COLUMN "goWhen" TEXT NOT NULL DEFAULT '';
ALTER TABLE "criterion" ADD COLUMN "noGoWhen" TEXT NOT NULL DEFAULT '';
ALTER TABLE "criterion" ADD COLUMN "neededToPass" INTEGER NOT NULL DEFAULT 0 CHECK ("neededToPass" IN (0, 1));
ALTER TABLE "criterion" ADD COLUMN "testIds" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "task" ADD COLUMN "source" TEXT NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "condition" TEXT NOT NULL DEFAULT '';

CREATE TABLE "test" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "phase" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "ownerId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "checkId" TEXT REFERENCES "check" (id) DEFERRABLE INITIALLY DEFERRED,
  "environment" TEXT NOT NULL,
  "operator" TEXT,
  "target" REAL,
  "unit" TEXT NOT NULL,
  "baseline" REAL,
  "notApplicable" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "test_goLiveId" ON "test" (goLiveId);
CREATE INDEX "test_ownerId" ON "test" ("ownerId");
CREATE INDEX "test_checkId" ON "test" ("checkId");
CREATE TABLE "testRun" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "testId" TEXT NOT NULL REFERENCES "test" (id) DEFERRABLE INITIALLY DEFERRED,
  "ranAt" INTEGER NOT NULL,
  "ranBy" TEXT NOT NULL,
  "environment" TEXT NOT NULL,
  "build" TEXT NOT NULL,
  "measured" REAL,
  "result" TEXT NOT NULL,
  "defectsFound" INTEGER NOT NULL,
  "defectsFixed" INTEGER NOT NULL,
  "criticalOpen" INTEGER NOT NULL,
  "remark" TEXT NOT NULL
) STRICT;
CREATE INDEX "testRun_goLiveId" ON "testRun" (goLiveId);
CREATE INDEX "testRun_testId" ON "testRun" ("testId");
CREATE TABLE "blocker" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "checkId" TEXT NOT NULL REFERENCES "check" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "taskId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "ticketId" TEXT REFERENCES "ticket" (id) DEFERRABLE INITIALLY DEFERRED,
  "incidentId" TEXT REFERENCES "incident" (id) DEFERRABLE INITIALLY DEFERRED,
  "courseId" TEXT REFERENCES "course" (id) DEFERRABLE INITIALLY DEFERRED,
  "content" TEXT NOT NULL,
  "addedBy" TEXT NOT NULL,
  "addedAt" INTEGER NOT NULL,
  "clearedAt" INTEGER,
  "clearedBy" TEXT NOT NULL
) STRICT;
CREATE INDEX "blocker_goLiveId" ON "blocker" (goLiveId);
CREATE INDEX "blocker_checkId" ON "blocker" ("checkId");
CREATE INDEX "blocker_taskId" ON "blocker" ("taskId");
CREATE INDEX "blocker_ticketId" ON "blocker" ("ticketId");
CREATE INDEX "blocker_incidentId" ON "blocker" ("incidentId");
CREATE INDEX "blocker_courseId" ON "blocker" ("courseId");
CREATE TABLE "approval" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "gateId" TEXT NOT NULL REFERENCES "gate" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "decision" TEXT,
  "decidedBy" TEXT NOT NULL,
  "decidedById" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "decidedAt" INTEGER,
  "remark" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "approval_goLiveId" ON "approval" (goLiveId);
CREATE INDEX "approval_gateId" ON "approval" ("gateId");
CREATE INDEX "approval_decidedById" ON "approval" ("decidedById");
CREATE TABLE "poll" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "gateId" TEXT NOT NULL REFERENCES "gate" (id) DEFERRABLE INITIALLY DEFERRED,
  "positions" TEXT NOT NULL,
  "openedBy" TEXT NOT NULL,
  "openedAt" INTEGER NOT NULL,
  "closesAt" INTEGER,
  "revealedAt" INTEGER,
  "isWithdrawn" INTEGER NOT NULL CHECK ("isWithdrawn" IN (0, 1)),
  "known" TEXT,
  "seal" TEXT NOT NULL,
  "openedKey" TEXT NOT NULL
) STRICT;
CREATE INDEX "poll_goLiveId" ON "poll" (goLiveId);
CREATE INDEX "poll_gateId" ON "poll" ("gateId");
CREATE TABLE "sealedCall" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "pollId" TEXT NOT NULL REFERENCES "poll" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "personId" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "at" INTEGER NOT NULL,
  "sealed" TEXT NOT NULL
) STRICT;
CREATE INDEX "sealedCall_goLiveId" ON "sealedCall" (goLiveId);
CREATE INDEX "sealedCall_pollId" ON "sealedCall" ("pollId");
CREATE INDEX "sealedCall_personId" ON "sealedCall" ("personId");
CREATE TABLE "ownPlaybook" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "basedOn" TEXT NOT NULL,
  "basedOnVersion" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "savedBy" TEXT NOT NULL,
  "savedAt" INTEGER NOT NULL,
  "isRetired" INTEGER NOT NULL CHECK ("isRetired" IN (0, 1))
) STRICT;
CREATE INDEX "ownPlaybook_goLiveId" ON "ownPlaybook" (goLiveId);
CREATE TABLE secret (
  id TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
`;
