/** The screen: the welcome page, or a go-live with its boards. */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Refusal } from '../shared/base/result.ts';
import { Frame } from './frame/frame.tsx';
import { refusalOf } from './store/act.ts';
import { type Following, follow } from './store/follow.ts';
import { useLive } from './store/live.ts';
import { leaveGoLive, PLAYBOOKS, useRoute } from './store/route.ts';
import { Button } from './ui/button.tsx';
import { Empty } from './ui/empty.tsx';
import { Toasts } from './ui/toast.tsx';

const Workshop = lazy(async () => ({ default: (await import('./boards/workshop/workshop.tsx')).Workshop }));
const Welcome = lazy(async () => ({ default: (await import('./boards/go-live/welcome.tsx')).Welcome }));

export function App() {
  const { goLiveRef } = useRoute();
  return (
    <>
      {goLiveRef !== null && goLiveRef !== PLAYBOOKS ? (
        <OpenGoLive key={goLiveRef} goLiveRef={goLiveRef} />
      ) : (
        <Suspense>{goLiveRef === PLAYBOOKS ? <Workshop /> : <Welcome />}</Suspense>
      )}
      <Toasts />
    </>
  );
}

function OpenGoLive({ goLiveRef }: { readonly goLiveRef: string }) {
  const refusal = useFollowing(goLiveRef);
  const isThere = useLive((live) => live.goLiveId !== null);
  if (refusal) {
    return (
      <main>
        <h1 className="sr">Gantry</h1>
        <Empty title={`${goLiveRef} cannot be opened`} step={<Button onClick={leaveGoLive}>All go-lives</Button>}>
          {refusal.reason}
        </Empty>
      </main>
    );
  }
  return isThere ? <Frame /> : <p className="waiting">Opening {goLiveRef}.</p>;
}

const TRY_AGAIN_MS = 3_000;

/** Follows a go-live while it is on screen; the refusal when it cannot be opened, tried again while a drill has cut the line. */
function useFollowing(goLiveRef: string): Refusal | null {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let isGone = false;
    let following: Following | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () =>
      void follow(goLiveRef)
        .catch((error: unknown) => ({ refusal: refusalOf(error) }))
        .then((answer) => {
          if ('refusal' in answer) {
            if (isGone) return;
            setRefusal(answer.refusal);
            if (answer.refusal.code === 'not-reached') again = setTimeout(open, TRY_AGAIN_MS);
          } else if (isGone) answer.stop();
          else {
            following = answer;
            setRefusal(null);
          }
        });
    open();
    return () => {
      isGone = true;
      clearTimeout(again);
      following?.stop();
    };
  }, [goLiveRef]);
  return refusal;
}
