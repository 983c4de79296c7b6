package org.ionscape.learn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * Support vector regression with kernels, solved by LIBSVM (C.-C. Chang and C.-J. Lin, ACM TIST 2, 27, 2011):
 * {@code svr} with the width ε of the tube given, {@code nu-svr} with the share ν of rows outside it.
 */
public final class SupportVectors {
    public static final ModelType SVR = new ModelType(
            "svr",
            "Support vectors (ε)",
            ModelClass.SUPPORT_VECTOR,
            parameters(Parameter.notNegative("epsilon", 0.1, "half width of the tube in which residuals are free")),
            settings -> (x, y, seed, progress) -> fit(settings, svm_parameter.EPSILON_SVR, x, y, progress),
            Expansion::restore);

    public static final ModelType NU_SVR = new ModelType(
            "nu-svr",
            "Support vectors (ν)",
            ModelClass.SUPPORT_VECTOR,
            parameters(Parameter.of(
                    "nu",
                    0.5,
                    "upper bound of the share of rows outside the tube",
                    new Parameter.Real(0, 1, Parameter.Bound.OPEN))),
            settings -> (x, y, seed, progress) -> fit(settings, svm_parameter.NU_SVR, x, y, progress),
            Expansion::restore);

    private static final int MOST_CACHE_MB = 4096;

    /**
     * The progress of the fit on each thread. LIBSVM has no way to stop it, but it prints a dot every so many steps:
     * where it prints, the fit is polled.
     */
    private static final ThreadLocal<Progress> FITTING = ThreadLocal.withInitial(() -> Progress.NONE);

    static {
        svm.svm_set_print_string_function(text -> FITTING.get().check());
    }

    private SupportVectors() {}

    private static List<Parameter> parameters(Parameter own) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.word("kernel", "how rows are compared", "rbf", "linear", "poly", "sigmoid"),
                Parameter.whole("degree", 3, 0, "degree of poly"),
                Parameter.of(
                        "gamma",
                        "scale",
                        "width of the kernel; scale is 1/(features · variance), auto 1/features",
                        new Parameter.Word(List.of("scale", "auto")),
                        new Parameter.Real(0, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED)),
                new Parameter(
                        "coef0",
                        0.0,
                        List.of(new Parameter.Real(
                                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED)),
                        "constant of poly and sigmoid"),
                Parameter.positive("tol", 1e-3, "accuracy at which the solver stops"),
                Parameter.positive("C", 1, "how much a residual outside the tube costs")));
        parameters.add(own);
        parameters.add(Parameter.flag("shrinking", true, "leave settled rows aside while solving"));
        parameters.add(Parameter.positive("cache_size", 200, "MB for kernel values"));
        return parameters;
    }

    private static Expansion fit(Settings settings, int kind, double[][] x, double[] y, Progress progress) {
        Kernel kernel = new Kernel(
                settings.word("kernel"), gamma(settings, x), settings.whole("degree"), settings.real("coef0"));
        svm_model model;
        FITTING.set(progress);
        try {
            model = svm.svm_train(problem(x, y), parameter(settings, kind, kernel));
        } finally {
            FITTING.remove();
        }
        int[] rows = model.sv_indices;
        double[][] centres = new double[rows.length][];
        for (int s = 0; s < rows.length; s++) {
            centres[s] = x[rows[s] - 1].clone();
        }
        return new Expansion(kernel, centres, model.sv_coef[0], -model.rho[0], List.of());
    }

    private static double gamma(Settings settings, double[][] x) {
        return switch (settings.value("gamma")) {
            case Double given -> given;
            case String word when word.equals("auto") -> 1.0 / x[0].length;
            default -> {
                double variance = variance(x);
                yield variance > 0 ? 1 / (x[0].length * variance) : 1;
            }
        };
    }

    /** The variance of all values of the table together. */
    private static double variance(double[][] x) {
        double count = (double) x.length * x[0].length;
        double mean = 0;
        for (double[] row : x) {
            for (double v : row) {
                mean += v / count;
            }
        }
        double variance = 0;
        for (double[] row : x) {
            for (double v : row) {
                variance += (v - mean) * (v - mean) / count;
            }
        }
        return variance;
    }

    private static svm_problem problem(double[][] x, double[] y) {
        svm_problem problem = new svm_problem();
        problem.l = x.length;
        problem.y = y.clone();
        problem.x = new svm_node[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                svm_node node = new svm_node();
                node.index = j + 1;
                node.value = x[i][j];
                problem.x[i][j] = node;
            }
        }
        return problem;
    }

    private static svm_parameter parameter(Settings settings, int kind, Kernel kernel) {
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = kind;
        parameter.kernel_type = switch (kernel.name()) {
            case "linear" -> svm_parameter.LINEAR;
            case "poly" -> svm_parameter.POLY;
            case "sigmoid" -> svm_parameter.SIGMOID;
            default -> svm_parameter.RBF;
        };
        parameter.degree = kernel.degree();
        parameter.gamma = kernel.gamma();
        parameter.coef0 = kernel.coef0();
        parameter.eps = settings.real("tol");
        parameter.C = settings.real("C");
        if (kind == svm_parameter.NU_SVR) {
            parameter.nu = settings.real("nu");
        } else {
            parameter.p = settings.real("epsilon");
        }
        parameter.shrinking = settings.flag("shrinking") ? 1 : 0;
        parameter.cache_size = Math.min(settings.real("cache_size"), MOST_CACHE_MB);
        Optional.ofNullable(svm.svm_check_parameter(new svm_problem(), parameter))
                .ifPresent(refusal -> {
                    throw new InputException(Problem.of("LIBSVM refuses these parameters: " + refusal));
                });
        return parameter;
    }
}
