/** What Mantine's two menu fields share: their styles, dressed in ours. */
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import './field.css';

export const menuClasses = { input: 'in', dropdown: 'menu', option: 'menu-option', empty: 'menu-empty', groupLabel: 'menu-group' };

/** More options than this are not drawn; typing finds the rest. */
export const MOST_SHOWN = 60;
