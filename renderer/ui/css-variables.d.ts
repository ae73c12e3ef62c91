/** Lets `style` carry CSS custom properties, which is how parts hand figures to their CSS. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
