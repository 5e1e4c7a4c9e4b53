import { Component, type ReactNode } from 'react';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';

/** Says that a page has failed, for example because its code could not be fetched, and offers to load it anew. */
export class WhenBroken extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <ProblemAlert error={this.state.error} onRetry={() => location.reload()} />
    );
  }
}
