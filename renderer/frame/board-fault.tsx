/** Keeps a fault of one board from taking the others down, and says what is safe. */
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

interface Props {
  readonly children: ReactNode;
}

// React catches faults of a part only through a class.
export class BoardFault extends Component<Props, { readonly fault: Error | null }> {
  override state: { readonly fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <Empty title="This board cannot be shown" step={<Button onClick={() => this.setState({ fault: null })}>Show it again</Button>}>
        The record is safe and the other boards work. Gantry says: {fault.message}
      </Empty>
    );
  }
}
