/** Marks, buttons, figures, strip, panels, times, empty. */
import { Button } from '../../../renderer/ui/button.tsx';
import { Empty } from '../../../renderer/ui/empty.tsx';
import { Fact } from '../../../renderer/ui/fact.tsx';
import { BigFigure } from '../../../renderer/ui/figure.tsx';
import { Key } from '../../../renderer/ui/key.tsx';
import { Mark, type MarkState, markWords } from '../../../renderer/ui/mark.tsx';
import { Meter } from '../../../renderer/ui/meter.tsx';
import { Panel } from '../../../renderer/ui/panel.tsx';
import { ShareBar } from '../../../renderer/ui/share-bar.tsx';
import { Strip } from '../../../renderer/ui/strip.tsx';
import { Ago, Clock, Span, Time, TOffset } from '../../../renderer/ui/time.tsx';
import { HOUR, MINUTE, NIGHT } from './night.ts';

export function PartsPage() {
  return (
    <>
      <Strip
        sentence="The rollback fuse burns out 23 min before gate G-4 can decide"
        because={
          <>
            INC-002, SEV2: the bank refuses our certificate. Choose by <Fact>00:54</Fact> CET.
          </>
        }
        acts={
          <>
            <Button primary hint="I">
              Open INC-002
            </Button>
            <Button hint="G">Move gate G-4</Button>
            <Button danger hint="B">
              Prepare rollback
            </Button>
          </>
        }
      />
      <div className="grid">
        {(Object.keys(markWords) as MarkState[]).map((state) => (
          <Mark key={state} state={state} />
        ))}
        <Mark state="sev1" as="none">
          SEV1 0
        </Mark>
        <Mark state="sev1" as="priority">
          P1
        </Mark>
        <Mark state="sev3" as="priority">
          P3
        </Mark>
        <Mark state="blocked" size="big">
          Blocked 38 m
        </Mark>
        <Mark state="late" bare />
      </div>
      <div className="cols above">
        <Panel title="Buttons" quiet="one primary" pad>
          <div className="btns">
            <Button primary hint="F">
              Finish
            </Button>
            <Button hint="B">Block</Button>
            <Button danger>Roll back</Button>
            <Button disabled title="T-021 is not finished">
              Start
            </Button>
          </div>
          <p className="q2">
            Press <Key stroke="Mod+K" /> to find or do.
          </p>
          <Button tall primary>
            Finish T-022
          </Button>
        </Panel>
        <Panel title="Figures" quiet="CET" end={<a href="#all">18 more</a>} className="split" pad>
          <p>
            <Meter share={0.62} target={0.95} tone="warn" label="Readiness" />
          </p>
          <p>
            <ShareBar passed={62} waived={4} inWork={12} open={14} failed={8} />
          </p>
          <p>
            <ShareBar passed={9} waived={0} inWork={0} open={0} failed={0} />
          </p>
        </Panel>
        <Panel title="Times" quiet="seen at 23:42" className="split" pad>
          <p>
            <Time at={NIGHT} withZone />, <Time at={NIGHT + 2 * HOUR} withZone />, <Time at={NIGHT} seconds />
          </p>
          <p>
            blocked <Ago at={NIGHT - 38 * MINUTE} />, at <TOffset ms={-90 * MINUTE} />, took <Span ms={72 * MINUTE} />
          </p>
        </Panel>
      </div>
      <div className="figures above">
        <BigFigure size={44} value="78.9" sub="of 100, weighted" />
        <Clock label="Rollback fuse" until={NIGHT + 72 * MINUTE + 13_000} tone="warn" sub="until 00:54 CET" />
        <BigFigure size={20} value={17} sub="open" />
        <BigFigure label="Open incidents" value="1" tone="stop" sub="SEV2" />
      </div>
      <div className="above">
        <Empty title="No sessions yet" step={<Button primary>Add a session</Button>}>
          Training shows who is trained for the new system, by department and course, and who still blocks readiness.
        </Empty>
      </div>
    </>
  );
}
