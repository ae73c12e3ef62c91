/** Format 1: what happens during the work and after it. */

export const workTables = `
CREATE TABLE "incident" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "severity" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "level" INTEGER NOT NULL,
  "impact" TEXT NOT NULL,
  "cause" TEXT NOT NULL,
  "resolution" TEXT NOT NULL,
  "impactAt" INTEGER,
  "detectedAt" INTEGER NOT NULL,
  "acknowledgedAt" INTEGER,
  "mitigatedAt" INTEGER,
  "resolvedAt" INTEGER,
  "closedAt" INTEGER,
  "commanderId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "scribeId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "liaisonId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "taskId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "procedure" TEXT NOT NULL
) STRICT;
CREATE INDEX "incident_goLiveId" ON "incident" (goLiveId);
CREATE INDEX "incident_commanderId" ON "incident" ("commanderId");
CREATE INDEX "incident_scribeId" ON "incident" ("scribeId");
CREATE INDEX "incident_liaisonId" ON "incident" ("liaisonId");
CREATE INDEX "incident_taskId" ON "incident" ("taskId");
CREATE TABLE "procedureStep" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "incidentId" TEXT NOT NULL REFERENCES "incident" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "finishedBy" TEXT NOT NULL,
  "finishedAt" INTEGER,
  "note" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "procedureStep_goLiveId" ON "procedureStep" (goLiveId);
CREATE INDEX "procedureStep_incidentId" ON "procedureStep" ("incidentId");
CREATE TABLE "ticket" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "priority" INTEGER NOT NULL,
  "category" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "reporter" TEXT NOT NULL,
  "assigneeId" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "openedAt" INTEGER NOT NULL,
  "repliedAt" INTEGER,
  "resolvedAt" INTEGER,
  "closedAt" INTEGER,
  "resolution" TEXT NOT NULL,
  "incidentId" TEXT REFERENCES "incident" (id) DEFERRABLE INITIALLY DEFERRED,
  "taskId" TEXT REFERENCES "task" (id) DEFERRABLE INITIALLY DEFERRED,
  "sourceId" TEXT NOT NULL,
  "extra" TEXT NOT NULL
) STRICT;
CREATE INDEX "ticket_goLiveId" ON "ticket" (goLiveId);
CREATE INDEX "ticket_assigneeId" ON "ticket" ("assigneeId");
CREATE INDEX "ticket_incidentId" ON "ticket" ("incidentId");
CREATE INDEX "ticket_taskId" ON "ticket" ("taskId");
CREATE TABLE "ticketState" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ticketId" TEXT NOT NULL REFERENCES "ticket" (id) DEFERRABLE INITIALLY DEFERRED,
  "occurredAt" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "sourceState" TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX "ticketState_goLiveId" ON "ticketState" (goLiveId);
CREATE INDEX "ticketState_ticketId" ON "ticketState" ("ticketId");
CREATE TABLE "course" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "audience" TEXT NOT NULL,
  "format" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "isRequired" INTEGER NOT NULL CHECK ("isRequired" IN (0, 1))
) STRICT;
CREATE INDEX "course_goLiveId" ON "course" (goLiveId);
CREATE TABLE "session" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "courseId" TEXT NOT NULL REFERENCES "course" (id) DEFERRABLE INITIALLY DEFERRED,
  "startsAt" INTEGER NOT NULL,
  "endsAt" INTEGER NOT NULL,
  "place" TEXT NOT NULL,
  "trainer" TEXT NOT NULL,
  "capacity" INTEGER NOT NULL,
  "isCancelled" INTEGER NOT NULL CHECK ("isCancelled" IN (0, 1))
) STRICT;
CREATE INDEX "session_goLiveId" ON "session" (goLiveId);
CREATE INDEX "session_courseId" ON "session" ("courseId");
CREATE TABLE "seat" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "courseId" TEXT NOT NULL REFERENCES "course" (id) DEFERRABLE INITIALLY DEFERRED,
  "personId" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "sessionId" TEXT REFERENCES "session" (id) DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;
CREATE INDEX "seat_goLiveId" ON "seat" (goLiveId);
CREATE INDEX "seat_courseId" ON "seat" ("courseId");
CREATE INDEX "seat_personId" ON "seat" ("personId");
CREATE INDEX "seat_sessionId" ON "seat" ("sessionId");
CREATE TABLE "metric" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "operator" TEXT NOT NULL,
  "target" REAL NOT NULL,
  "baseline" REAL,
  "actual" REAL,
  "comment" TEXT NOT NULL,
  "measuredBy" TEXT NOT NULL,
  "measuredAt" INTEGER,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "metric_goLiveId" ON "metric" (goLiveId);
CREATE TABLE "lesson" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "category" TEXT NOT NULL,
  "happened" TEXT NOT NULL,
  "learned" TEXT NOT NULL,
  "addedBy" TEXT NOT NULL,
  "addedAt" INTEGER NOT NULL
) STRICT;
CREATE INDEX "lesson_goLiveId" ON "lesson" (goLiveId);
CREATE TABLE "signOff" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "subject" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "decision" TEXT,
  "signedBy" TEXT NOT NULL,
  "signedAt" INTEGER,
  "note" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "signOff_goLiveId" ON "signOff" (goLiveId);
CREATE TABLE "cleanupAction" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "option" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "finishedBy" TEXT NOT NULL,
  "finishedAt" INTEGER,
  "note" TEXT NOT NULL,
  "catalogueIds" TEXT NOT NULL
) STRICT;
CREATE INDEX "cleanupAction_goLiveId" ON "cleanupAction" (goLiveId);
CREATE TABLE "note" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "goLiveId" TEXT NOT NULL REFERENCES "goLive" (id) DEFERRABLE INITIALLY DEFERRED,
  "content" TEXT NOT NULL,
  "occurredAt" INTEGER NOT NULL,
  "writtenBy" TEXT NOT NULL,
  "subject" TEXT,
  "subjectId" TEXT
) STRICT;
CREATE INDEX "note_goLiveId" ON "note" (goLiveId);
`;
