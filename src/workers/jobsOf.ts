// The jobs as a worker shows them before it has opened its database: each call looks for the jobs when it comes.

/** Every job by its name; a call before `open` is a bug. */
export const jobsOf = <Jobs extends object>(opened: () => Jobs | undefined): Jobs =>
  new Proxy({} as Jobs, {
    get: (_, name) => {
      const jobs = opened()
      if (!jobs) throw new Error('A worker was asked before it was opened')
      return Reflect.get(jobs, name) as unknown
    },
  })
