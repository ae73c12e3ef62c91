/** Puts text on the clipboard and says so. */
import { toast } from './toast.tsx';

/** `what` names it at the head of a sentence, such as `Command`. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await copied(text);
    toast.show({ text: `${what} copied` });
  } catch {
    toast.show({ text: `${what} could not be copied. Select the text and copy it by hand.`, state: 'blocked' });
  }
}

/** A page that came over plain http, as on a phone in the room, has no clipboard: there the old way is taken. */
async function copied(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr';
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (!isDone) throw new Error('refused');
}
