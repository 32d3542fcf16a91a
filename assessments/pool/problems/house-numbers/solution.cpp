// A table of how many ways a number can be finished (digits left, last digit, remainder); numbers of each length are counted apart.
#include <iostream>
#include <string>

using namespace std;

const long long MODULUS = 1000000007;
long long ways[42][11][20];
int m;

void prepare() {
    for (int last = 0; last <= 10; ++last)
        for (int rest = 0; rest < m; ++rest) ways[0][last][rest] = rest == 0;
    for (int left = 1; left <= 41; ++left)
        for (int last = 0; last <= 10; ++last)
            for (int rest = 0; rest < m; ++rest) {
                long long &count = ways[left][last][rest] = 0;
                for (int digit = 0; digit < 10; ++digit)
                    if (digit != last) count += ways[left - 1][digit][(rest + digit) % m];
                count %= MODULUS;
            }
}

// Lively numbers that are smaller than the bound.
long long smaller(const string &bound) {
    long long count = 0;
    int length = bound.size();
    for (int shorter = 1; shorter < length; ++shorter)
        for (int first = 1; first < 10; ++first) count += ways[shorter - 1][first][first % m];
    int last = 10, sum = 0;
    for (int at = 0; at < length; ++at) {
        int digit = bound[at] - '0';
        for (int less = at ? 0 : 1; less < digit; ++less)
            if (less != last) count += ways[length - at - 1][less][(sum + less) % m];
        if (digit == last) return count % MODULUS;
        last = digit, sum += digit;
    }
    return count % MODULUS;
}

int main() {
    int q;
    cin >> q;
    while (q--) {
        string a, b;
        cin >> a >> b >> m;
        prepare();
        string after = b;
        int at = after.size() - 1;
        while (at >= 0 && after[at] == '9') after[at--] = '0';
        if (at < 0) after = "1" + after;
        else ++after[at];
        cout << ((smaller(after) - smaller(a)) % MODULUS + MODULUS) % MODULUS << '\n';
    }
}
