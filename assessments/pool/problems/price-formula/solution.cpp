// A stack of open brackets, each with its total, sign and product so far.
#include <iostream>
#include <string>
#include <vector>

using namespace std;

struct Level {
    long long total = 0, product = 0;
    char sign = '+';
    bool times = false;
    void value(long long v) { product = times ? product * v : v, times = false; }
    void percent() {
        long long whole = total * product;
        product = whole / 100 - (whole % 100 < 0);
    }
    void close() { total += sign == '+' ? product : -product, product = 0; }
};

int main() {
    int n;
    string line;
    getline(cin, line);
    n = stoi(line);
    while (n-- && getline(cin, line)) {
        vector<Level> open(1);
        for (size_t at = 0; at < line.size(); ++at) {
            char c = line[at];
            Level &level = open.back();
            if (isdigit(c)) {
                size_t end = at;
                while (end < line.size() && isdigit(line[end])) ++end;
                level.value(stoll(line.substr(at, end - at)));
                at = end - 1;
            } else if (c == '(') {
                open.emplace_back();
            } else if (c == ')') {
                level.close();
                long long inner = level.total;
                open.pop_back();
                open.back().value(inner);
            } else if (c == '*') {
                level.times = true;
            } else if (c == '%') {
                level.percent();
            } else if (c == '+' || c == '-') {
                level.close();
                level.sign = c;
            }
        }
        open[0].close();
        cout << open[0].total << '\n';
    }
}
