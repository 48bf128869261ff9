/** What a person can do to a job. */
export type JobControls = {
  pause: (id: string) => void;
  resume: (id: string) => void;
  cancel: (id: string) => void;
  retryFailed: (id: string) => void;
  /** Takes a finished job away. */
  dismiss: (id: string) => void;
  /** Restores what a job has deleted. */
  undo: (id: string) => void;
};
