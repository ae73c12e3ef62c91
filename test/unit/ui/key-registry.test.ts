import { describe, expect, test, vi } from 'vitest';
import { footHints } from '../../../renderer/ui/foot.tsx';
import { createKeyRegistry, type KeyBinding, type KeyRegistry } from '../../../renderer/ui/key-registry.ts';

const board = 10;
const drawer = 20;

function binding(key: string, label: string, more: Partial<KeyBinding> = {}): KeyBinding {
  return { key, label, run: () => undefined, ...more };
}

function opened(registry: KeyRegistry, order: number, name: string, bindings: readonly KeyBinding[], modal = false) {
  const scope = registry.open(order, modal);
  scope.set({ name, bindings });
  return scope;
}

function reached(registry: KeyRegistry, ...strokes: string[]) {
  return registry.find(strokes, 'elsewhere')?.label;
}

describe('which binding a key reaches', () => {
  test('the newer scope wins, in whatever order the two were registered', () => {
    const registry = createKeyRegistry();
    opened(registry, drawer, 'Drawer', [binding('F', 'finish step')]);
    opened(registry, board, 'Board', [binding('F', 'finish task'), binding('B', 'block')]);
    expect(reached(registry, 'F')).toBe('finish step');
    expect(reached(registry, 'B')).toBe('block');
  });

  test('a closed scope gives its keys back', () => {
    const registry = createKeyRegistry();
    opened(registry, board, 'Board', [binding('F', 'finish task')]);
    const inner = opened(registry, drawer, 'Drawer', [binding('F', 'finish step')]);
    inner.close();
    expect(reached(registry, 'F')).toBe('finish task');
  });

  test('a binding that does not apply now leaves the key to an older scope', () => {
    const registry = createKeyRegistry();
    opened(registry, board, 'Board', [binding('F', 'finish task')]);
    opened(registry, drawer, 'Drawer', [binding('F', 'finish step', { when: false })]);
    expect(reached(registry, 'F')).toBe('finish task');
  });

  test('a modal scope hides older scopes, not newer ones', () => {
    const registry = createKeyRegistry();
    opened(registry, board, 'Board', [binding('F', 'finish task')]);
    opened(registry, drawer, 'Dialog', [binding('Mod+Enter', 'submit')], true);
    opened(registry, 30, 'Toast', [binding('U', 'undo')]);
    expect(reached(registry, 'F')).toBeUndefined();
    expect(reached(registry, 'Mod+Enter')).toBe('submit');
    expect(reached(registry, 'U')).toBe('undo');
  });

  test('typing in a field and pressing a focused button keep their keys', () => {
    const registry = createKeyRegistry();
    opened(registry, board, 'Board', [
      binding('F', 'finish'),
      binding('Enter', 'open'),
      binding('Mod+K', 'find'),
      binding('Escape', 'back'),
    ]);
    expect(registry.find(['F'], 'field')).toBeUndefined();
    expect(registry.find(['Enter'], 'field')).toBeUndefined();
    expect(registry.find(['Mod+K'], 'field')?.label).toBe('find');
    expect(registry.find(['Escape'], 'field')?.label).toBe('back');
    expect(registry.find(['Enter'], 'control')).toBeUndefined();
    expect(registry.find(['F'], 'control')?.label).toBe('finish');
  });

  test('the first name of a press is tried in all scopes before the second', () => {
    const registry = createKeyRegistry();
    opened(registry, board, 'Board', [binding('А', 'by letter')]);
    opened(registry, drawer, 'Drawer', [binding('F', 'by place')]);
    expect(reached(registry, 'А', 'F')).toBe('by letter');
  });
});

describe('what is listed', () => {
  test('newest first, without keys a newer scope hides and without scopes that have none', () => {
    const registry = createKeyRegistry();
    opened(registry, board, 'Board', [binding('F', 'finish task'), binding('J', 'move')]);
    opened(registry, drawer, 'Drawer', [binding('F', 'finish step'), binding('X', 'skip', { when: false })]);
    opened(registry, 30, 'Quiet', [binding('Y', 'nothing', { when: false })]);
    const list = registry.listed().map(({ name, bindings }) => [name, ...bindings.map((one) => one.label)]);
    expect(list).toEqual([
      ['Drawer', 'finish step'],
      ['Board', 'move'],
    ]);
  });

  test('screens are told when keys change, not when only the functions behind them do', () => {
    const registry = createKeyRegistry();
    const listener = vi.fn();
    const scope = opened(registry, board, 'Board', [binding('F', 'finish')]);
    registry.subscribe(listener);
    const before = registry.listed();
    const run = vi.fn();
    scope.set({ name: 'Board', bindings: [binding('F', 'finish', { run })] });
    expect(listener).not.toHaveBeenCalled();
    expect(registry.listed()).toBe(before);
    registry.find(['F'], 'elsewhere')?.run();
    expect(run).toHaveBeenCalledOnce();
    scope.set({ name: 'Board', bindings: [binding('F', 'finish', { when: false })] });
    expect(listener).toHaveBeenCalledOnce();
    expect(registry.listed()).toEqual([]);
  });

  test('the foot joins keys of one label, leaves out hidden ones and keeps ? for its end', () => {
    const bindings = [
      binding('J', 'move'),
      binding('?', 'all keys'),
      binding('K', 'move'),
      binding('U', 'undo', { foot: false }),
      binding('Mod+K', 'find'),
    ];
    expect(footHints(bindings)).toEqual([
      { keys: 'J K', label: 'move' },
      { keys: 'Ctrl K', label: 'find' },
    ]);
  });
});
