/**
 * Models that compare rows with the rows they have seen: support vectors by LIBSVM, kernel ridge, Gaussian processes;
 * and the linear support vector machine of LIBLINEAR.
 */
package org.ionscape.learn.kernel;
