/** Serves the built renderer to browsers: files of one folder, nothing else, with strict headers. */
import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Mantine writes its colours into a style element, hence 'unsafe-inline' for styles; scripts come from us alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers `path` (of the URL, still encoded) with a file under `root`; `/` with index.html; anything else with 404. */
export function serveFile(root: string, path: string, response: ServerResponse): void {
  const file = fileFor(root, path);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not here.');
    return;
  }
  const isNamedByContent = path.startsWith('/assets/');
  response.writeHead(200, {
    'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  pipeline(createReadStream(file), response, () => undefined); // a reader who leaves, or a file just rebuilt, ends this answer only
}

function fileFor(root: string, path: string): string | null {
  try {
    const file = resolve(join(root, path === '/' ? 'index.html' : decodeURIComponent(path)));
    return file.startsWith(resolve(root) + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}
