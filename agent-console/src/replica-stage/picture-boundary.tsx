import { Component, type ReactNode } from 'react';

interface PictureBoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (again: () => void) => ReactNode;
}

/** Keeps a replica's failure inside the stage: the rest of the console goes on. */
export class PictureBoundary extends Component<PictureBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  readonly again = (): void => this.setState({ failed: false });

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(this.again) : this.props.children;
  }
}
