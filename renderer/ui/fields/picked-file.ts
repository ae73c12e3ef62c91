/** A file the person picked, as it is sent to the host. */
import { ok, type Result, refuse } from '../../../shared/base/result.ts';

export interface PickedFile {
  readonly name: string;
  readonly bytes: number;
  readonly base64: string;
}

/** Reads a file of at most `maxBytes`; larger ones are refused unread. */
export async function readFile(file: File, maxBytes: number): Promise<Result<PickedFile>> {
  if (file.size > maxBytes) {
    const reason = `${file.name} has ${sizeText(file.size)}; at most ${sizeText(maxBytes)} can be taken. It was not read.`;
    return refuse('too-large', reason);
  }
  try {
    return ok({ name: file.name, bytes: file.size, base64: await base64Of(file) });
  } catch {
    return refuse('unreadable', `${file.name} could not be read. It may have been moved or be open elsewhere. Choose it again.`);
  }
}

/** `812 B`, `14 kB`, `2.3 MB`, in thousands. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  const mega = bytes / 1_000_000;
  return `${mega < 10 && !Number.isInteger(mega) ? mega.toFixed(1) : Math.round(mega)} MB`;
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
