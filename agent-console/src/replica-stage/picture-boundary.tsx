import { Component, type ReactNode } from 'react';

interface PictureBoundaryProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
  /** True from `onFailed` until a fresh picture is on its way, which is when the children are tried again. */
  readonly broken: boolean;
  readonly onFailed: () => void;
}

/** Keeps a replica's failure inside the stage: the rest of the console goes on. */
export class PictureBoundary extends Component<PictureBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailed();
  }

  override componentDidUpdate(before: PictureBoundaryProps): void {
    if (before.broken && !this.props.broken) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
