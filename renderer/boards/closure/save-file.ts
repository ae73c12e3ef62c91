/** Hands a file the host made to the person, as a download. */

interface FileMade {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Long enough for the browser to have begun reading. */
const KEPT_MS = 60_000;

export function saveFile({ fileName, mediaType, base64 }: FileMade): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
