/** What Mantine's two menu fields share: their styles, dressed in ours. */
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import './field.css';

export const menuClasses = { input: 'in', dropdown: 'menu', option: 'menu-option', empty: 'menu-empty', groupLabel: 'menu-group' };

/** The list stands beside its field in the document, so that it stays inside a dialog, but is not cut off by what scrolls. */
export const menuPlace = {
  withinPortal: false,
  keepMounted: false,
  floatingStrategy: 'fixed',
  transitionProps: { duration: 0 },
  offset: 2,
} as const;

/** More options than this are not drawn; typing finds the rest. */
export const MOST_SHOWN = 60;
