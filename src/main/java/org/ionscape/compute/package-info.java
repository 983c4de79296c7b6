/**
 * The compute service: every piece of work longer than 50 ms is a {@link org.ionscape.compute.Job} given to the one
 * {@link org.ionscape.compute.ComputeService}. Also the two things every floor needs to talk about work:
 * {@link org.ionscape.compute.Progress} and {@link org.ionscape.compute.InputException}. Ground floor: uses nothing of
 * ours and nothing of the window.
 */
package org.ionscape.compute;
