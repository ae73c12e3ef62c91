import { expect, test } from 'vitest';
import { actsWhileTyping, type Press, strokesOf } from '../../../renderer/ui/key-strokes.ts';

function press(key: string, code: string, held: Partial<Press> = {}): Press {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

test('a letter is the same key with caps lock and without', () => {
  expect(strokesOf(press('f', 'KeyF'), false)).toEqual(['F']);
  expect(strokesOf(press('F', 'KeyF'), false)).toEqual(['F']);
});

test('shift makes another key of a letter and of a named key, not of a character it types', () => {
  expect(strokesOf(press('F', 'KeyF', { shiftKey: true }), false)).toEqual(['Shift+F']);
  expect(strokesOf(press('Enter', 'Enter', { shiftKey: true }), false)).toEqual(['Shift+Enter']);
  expect(strokesOf(press('?', 'Slash', { shiftKey: true }), false)).toEqual(['?']);
});

test('Mod is Ctrl, and on a Mac the command key; the other one answers to nothing', () => {
  expect(strokesOf(press('k', 'KeyK', { ctrlKey: true }), false)).toEqual(['Mod+K']);
  expect(strokesOf(press('k', 'KeyK', { metaKey: true }), true)).toEqual(['Mod+K']);
  expect(strokesOf(press('k', 'KeyK', { ctrlKey: true }), true)).toEqual([]);
  expect(strokesOf(press('k', 'KeyK', { metaKey: true }), false)).toEqual([]);
});

test('on a keyboard without Latin letters the place of the key counts', () => {
  expect(strokesOf(press('а', 'KeyF'), false)).toEqual(['А', 'F']);
  expect(strokesOf(press('ψ', 'KeyC', { ctrlKey: true }), false)).toEqual(['Mod+Ψ', 'Mod+C']);
});

test('on a keyboard of other Latin order the letter counts, not the place', () => {
  expect(strokesOf(press('a', 'KeyQ'), false)).toEqual(['A']);
});

test('a digit behind shift is found by its place', () => {
  expect(strokesOf(press('&', 'Digit1'), false)).toEqual(['&', '1']);
  expect(strokesOf(press('!', 'Digit1', { shiftKey: true }), false)).toEqual(['!']);
});

test('Alt counts by place, and characters typed with AltGr answer to nothing', () => {
  expect(strokesOf(press('¡', 'Digit1', { altKey: true }), true)).toEqual(['Alt+1']);
  expect(strokesOf(press('@', 'KeyQ', { altKey: true, ctrlKey: true }), false)).toEqual([]);
  expect(strokesOf(press('Dead', 'Equal'), false)).toEqual([]);
});

test('only combinations, function keys and Escape act while a field is typed in', () => {
  expect(['Mod+K', 'Mod+Enter', 'Escape', 'F8', 'Shift+F6'].filter(actsWhileTyping)).toHaveLength(5);
  expect(['F', 'Shift+F', '?', '1', 'Enter', 'ArrowDown', 'Alt+1', 'Space'].filter(actsWhileTyping)).toEqual([]);
});
