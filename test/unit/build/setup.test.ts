import { expect, test } from 'vitest';
import { isInstalled } from '../../../build/setup.mjs';

const zod = { version: '4.6.7', integrity: 'sha512-zod' };
const forOtherPlatform = { version: '2.5.15', integrity: 'sha512-mac', optional: true };
const wanted = { packages: { '': { version: '0.1.0' }, 'node_modules/zod': zod, 'node_modules/mac': forOtherPlatform } };
const installed = { packages: { 'node_modules/zod': zod } };

test('dependencies are installed when every package that is not optional is there as locked', () => {
  expect(isInstalled(wanted, installed)).toBe(true);
  expect(isInstalled(wanted, { packages: { ...installed.packages, 'node_modules/mac': forOtherPlatform } })).toBe(true);
});

test.each([
  ['nothing was installed', undefined],
  ['a package is missing', { packages: {} }],
  ['a package has another version', { packages: { 'node_modules/zod': { ...zod, version: '4.0.0' } } }],
  ['a package has another hash', { packages: { 'node_modules/zod': { ...zod, integrity: 'sha512-other' } } }],
  [
    'an optional package has another version',
    { packages: { ...installed.packages, 'node_modules/mac': { ...forOtherPlatform, version: '2.0.0' } } },
  ],
  ['a package is left over', { packages: { ...installed.packages, 'node_modules/left-pad': zod } }],
])('dependencies are not installed when %s', (_why, found) => {
  expect(isInstalled(wanted, found)).toBe(false);
});
