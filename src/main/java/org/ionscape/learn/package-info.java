/**
 * What a learning model is: a {@link org.ionscape.learn.ModelType} describes one (name, class, parameters with their
 * defaults, how to make and how to restore it), a {@link org.ionscape.learn.Regressor} is one with its parameters
 * chosen, a {@link org.ionscape.learn.FittedRegressor} one that has seen data. The models themselves lie in the
 * packages below this one, {@code linear kernel neural tree}; {@code registry} lists them all; {@code validate} prepares
 * tables, splits and scores. To add a model write one class with a {@code TYPE} and add its line to
 * {@link org.ionscape.learn.registry.Models}. Rows are samples and columns are features, everywhere.
 */
package org.ionscape.learn;
