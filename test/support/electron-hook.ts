/** Loaded with `node --import` before the built main process: gives it the stand-in where it asks for `electron`. */
import { registerHooks } from 'node:module';

const standIn = new URL('electron-main.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});
